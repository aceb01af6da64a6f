import type { Desk } from '../../electron/ipc/router'
import type { Book } from '../../electron/storage/book'
import { hiddenFrom, idsAbout } from '../../electron/storage/sight'
import { Trail } from '../../electron/usecases/trail'

/** The part of a desk that keeps the trail and knows who may see whom, as the office's own desk does it, for a router without a door. */
export function keeping(book: Book, dataKey: Buffer, folder: string, desk: Pick<Desk, 'me' | 'now'>): Pick<Desk, 'hidden' | 'ledger'> {
  const trail = new Trail(folder)
  book.read((db) => trail.open(db, dataKey))
  return {
    hidden: (db) => {
      const people = desk.me === null ? new Set<never>() : hiddenFrom(db, desk.me, desk.now())
      return { people, ids: people.size === 0 ? new Set<string>() : new Set<string>([...people, ...idsAbout(db, people)]) }
    },
    ledger: {
      append: (db, line) => trail.append(db, line),
      committed: () => book.read((db) => trail.committed(db, dataKey)),
      keepRead: (line) => trail.read(book, dataKey, line),
      keepRefused: (by, at, channel, failure) => trail.refused(book, dataKey, by, at, channel, failure),
    },
  }
}
