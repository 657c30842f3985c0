/**
 * A number as people read it: mobiles 3-4-4, landlines area code first, anything else as it is.
 * The digits stay whole in the data; only the display is grouped.
 */
export function formatPhone(digits: string): string {
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`
  const landline = /^(0(?:10|2\d|[3-9]\d\d))(\d{3,4})(\d{4})$/.exec(digits)
  if (landline !== null) return landline.slice(1).join(' ')
  return digits
}

/** The digits of what was typed: blanks, hyphens and full-width digits are how people write, not part of the number. */
export function phoneDigits(text: string): string {
  return text
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\s\-－—()（）]/g, '')
}
