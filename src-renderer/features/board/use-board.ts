import { useEffect } from 'react'
import type { Board } from '#shared/contract/board-views.ts'
import { useDesk } from '../../state/desk-context.ts'

/** Takes every newer board as the core tells it. */
export function useBoard(put: (board: Board) => void): void {
  const { connection } = useDesk()
  useEffect(() => connection.on('board.changed', put), [connection, put])
}
