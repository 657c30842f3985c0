import { seatNames } from '#shared/catalogue/errors.ts'
import { identitySchema, type Identity } from '#shared/contract/central-api.ts'
import type { Caller } from '#shared/contract/dispatcher.ts'
import type { CallStaff } from '../store/review-store.ts'
import type { SettingStore } from '../store/setting-store.ts'

const settingKey = 'identity'

/** Who sits here until the centre has said so for the first time. */
const unknownSeat: Identity = { staffNumber: '0000', staffName: seatNames.unknown, roles: ['operator'] }

/** The seat's sign-in: the centre says who a token belongs to; the last answer holds while the centre is away. */
export class Session {
  readonly #settings: SettingStore
  #identity: Identity

  constructor(settings: SettingStore) {
    this.#settings = settings
    this.#identity = settings.get(settingKey, identitySchema) ?? unknownSeat
  }

  get identity(): Identity {
    return this.#identity
  }

  get caller(): Caller {
    return { roles: this.#identity.roles, staffNumber: this.#identity.staffNumber }
  }

  /** As whose call a call is kept. */
  get staff(): CallStaff {
    const { staffNumber, staffName, team = '' } = this.#identity
    return { staffNumber, staffName, team }
  }

  signedIn(identity: Identity): void {
    this.#identity = identity
    this.#settings.set(settingKey, identity)
  }
}
