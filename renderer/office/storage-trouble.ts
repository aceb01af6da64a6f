import { useSyncExternalStore } from 'react'
import type { Answer, Failure } from '#shared/contract/call'

type StorageTrouble = Extract<Failure, { kind: 'storage' }>['what'] | 'broken'

let trouble: StorageTrouble | null = null
const listeners = new Set<() => void>()

/** Shows one banner after a call that could not be written, and hides it after the next one that could (D6). Nothing is retried. */
export function reportStorage(answer: Answer<unknown>): void {
  const next: StorageTrouble | null = answer.ok
    ? null
    : answer.failure.kind === 'storage'
      ? answer.failure.what
      : answer.failure.kind === 'broken'
        ? 'broken'
        : trouble
  if (next === trouble) return
  trouble = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Returns what prevents saving, or null. */
export const useStorageTrouble = (): StorageTrouble | null => useSyncExternalStore(subscribe, () => trouble)
