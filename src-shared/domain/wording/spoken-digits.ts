/** Numbers that are said digit by digit, as digits: 一三八零零 and 138OO are the same. */
const spoken: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  洞: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  拐: '7',
  八: '8',
  九: '9',
}

/** The runs of digits in a text without punctuation, in order. */
export function numbersIn(text: string): readonly string[] {
  const digits = Array.from(text, (character) => spoken[character] ?? character).join('')
  return digits.match(/\d+/gu) ?? []
}
