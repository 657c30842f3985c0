/** Whether spoken words end in a numeral, those of telephone numbers (幺 两 洞 拐 勾) included: more of it may follow. */
export function endsInNumeral(words: string): boolean {
  return /[零〇一二三四五六七八九十幺两洞拐勾\d]$/u.test(words)
}
