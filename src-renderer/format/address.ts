import type { IncidentAddress } from '#shared/domain/ticket-fields.ts'

/** The parts of 事发地址 from wide to narrow. */
export const addressParts = ['district', 'street', 'community', 'road', 'number', 'poi', 'detail'] as const
export type AddressPart = (typeof addressParts)[number]

/** An address on one line, wide to narrow, one blank between the parts. */
export function formatAddress(address: IncidentAddress): string {
  return addressParts.flatMap((part) => address[part] ?? []).join(' ')
}

/** The address with one part replaced; an emptied part is left out, an address without parts is null. */
export function withAddressPart(
  address: IncidentAddress,
  part: AddressPart,
  text: string,
): IncidentAddress | null {
  const entries = addressParts.map((name) => [name, name === part ? text.trim() : address[name]] as const)
  const kept = entries.filter(([, value]) => value !== undefined && value !== '')
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

/** How narrow an address is: the narrowest administrative or street level reached. */
export function addressLevel(address: IncidentAddress): AddressPart | null {
  return addressParts.findLast((part) => part !== 'detail' && address[part] !== undefined) ?? null
}
