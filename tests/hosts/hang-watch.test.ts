import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { HangWatch, tickMs } from '../../src-main/hosts/hang-watch.ts'

let pings = 0
let hangs = 0
let slept = 0
let watch: HangWatch

beforeEach(() => {
  vi.useFakeTimers()
  pings = hangs = slept = 0
  watch = new HangWatch({
    ping: () => (pings += 1),
    onHang: () => (hangs += 1),
    now: () => performance.now() + slept,
  })
  watch.start()
})
afterEach(() => {
  watch.stop()
  vi.useRealTimers()
})

function ticks(count: number): void {
  vi.advanceTimersByTime(count * tickMs)
}

it('tells of a child that says nothing for more than a second, once', () => {
  ticks(4)
  expect(hangs).toBe(0)
  ticks(1)
  expect(hangs).toBe(1)
  ticks(100)
  expect(hangs).toBe(1)
})

it('takes whatever the child says for life', () => {
  for (let count = 0; count < 20; count += 1) {
    ticks(3)
    watch.alive()
  }
  expect(hangs).toBe(0)
  expect(pings).toBeGreaterThan(50)
})

it('does not blame the child for the sleep of the machine', () => {
  ticks(4)
  slept += 60_000
  ticks(4)
  expect(hangs).toBe(0)
  ticks(1)
  expect(hangs).toBe(1)
})

it('watches anew after a restart, and not at all in between', () => {
  ticks(5)
  watch.stop()
  ticks(20)
  expect(hangs).toBe(1)
  watch.start()
  ticks(5)
  expect(hangs).toBe(2)
})
