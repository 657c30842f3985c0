/** ITU-T G.711: the two companded codes of telephony, each to 16-bit linear. */

export const muLawTable = Int16Array.from({ length: 256 }, (_, code) => decodeMuLaw(code))
export const aLawTable = Int16Array.from({ length: 256 }, (_, code) => decodeALaw(code))

function decodeMuLaw(code: number): number {
  const bits = ~code & 0xff
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 0x07)) - 0x84
  return (bits & 0x80) === 0 ? magnitude : -magnitude
}

function decodeALaw(code: number): number {
  const bits = code ^ 0x55
  const exponent = (bits >> 4) & 0x07
  const mantissa = ((bits & 0x0f) << 4) + 8
  const magnitude = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1)
  return (bits & 0x80) === 0 ? -magnitude : magnitude
}
