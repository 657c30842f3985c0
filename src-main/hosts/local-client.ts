import { ContractClient } from '#shared/contract/contract-client.ts'
import type { Connection, Switchboard } from './switchboard.ts'

/** A client in the host's own process: the command line and the tests use the contract as a window does. */
export class LocalClient extends ContractClient {
  readonly connection: Connection

  constructor(switchboard: Pick<Switchboard, 'connect'>) {
    super((frame) => this.connection.receive(frame))
    this.connection = switchboard.connect((frame) => this.receive(frame))
  }
}
