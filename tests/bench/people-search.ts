import { join } from 'node:path'
import { buildSearchKeys, formatInitials } from '../../electron/storage/person/people'
import { createRandom } from '../tools/sample/random'
import { inventPerson } from '../tools/sample/people'
import { formatMs, formatTable, computeTimes } from './statistics'
import { createBenchOffice, type BenchOffice } from './bench-office'

const PEOPLE = 100_000
const MOST = 20
const ROUNDS = 6

/** Searches typed key by key: existing people in several scripts; initials, digits, record numbers, no match. */
const TYPED = [
  'Imogen Ashdown',
  'Françoise Gagné',
  'francoise',
  'S. M.',
  '780 555 12',
  '5551234',
  '17',
  'أمل',
  'Zzyzx',
  'Thérèse de la Côte',
]

const createUuid = (nth: number): string => `01936a00-0000-7000-9000-${nth.toString(16).padStart(12, '0')}`

/** Adds people without handoffs: only who they are is searched. */
function addPeople({ database, sqlite }: BenchOffice, end: number): void {
  const random = createRandom(PEOPLE)
  const [{ id: origin } = { id: '' }] = sqlite.prepare('SELECT id FROM person LIMIT 1').all() as { id: string }[]
  const person = sqlite.prepare(
    'INSERT INTO person (id, name, alias, initials, plan_version, added_at, added_by) SELECT ?, ?, ?, ?, 1, ?, added_by FROM person WHERE id = ?',
  )
  const plan = sqlite.prepare(
    'INSERT INTO contact_plan (person_id, version, plan, verified, written_at, written_by) SELECT ?, 1, plan, verified, written_at, written_by FROM contact_plan WHERE person_id = ? AND version = 1',
  )
  const key = sqlite.prepare('INSERT OR IGNORE INTO person_key (kind, key, person_id) VALUES (?, ?, ?)')
  sqlite.pragma('cache_size = -400000')
  for (let done = 0; done < PEOPLE;)
    database.write(() => {
      for (const until = Math.min(PEOPLE, done + 10_000); done < until; done += 1) {
        const { name, alias, phone } = inventPerson(random, done)
        person.run(createUuid(done), name, alias, formatInitials(name), end - PEOPLE + done, origin)
        plan.run(createUuid(done), origin)
        for (const [kind, word] of buildSearchKeys([name, alias].filter(Boolean), { ways: [{ kind: 'phone', value: phone }] } as never))
          key.run(kind, word, createUuid(done))
      }
    })
  // The cache has its usual size again, not the one for filling.
  sqlite.pragma('cache_size = -16000')
}

/** Measures the target: search as you type over 100,000 people in 20 ms at the 95th percentile, and H3 in the new handoff. */
export async function measurePeople(root: string, end: number): Promise<string> {
  const office = await createBenchOffice(join(root, 'people'), 200, end)
  addPeople(office, end)
  const asked = TYPED.flatMap((word) => Array.from({ length: word.length }, (_, at) => word.slice(0, at + 1)))
  const times = async (call: (text: string) => Promise<unknown>, texts: readonly string[]) => {
    const samples: { readonly text: string; readonly took: number }[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      for (const text of texts) {
        const began = performance.now()
        await call(text)
        samples.push({ text, took: performance.now() - began })
      }
    const { median, p95 } = computeTimes(samples.map(({ took }) => took))
    const slowest = samples.toSorted((a, b) => b.took - a.took)[0]
    return [formatMs(median), formatMs(p95), `${formatMs(slowest?.took ?? 0)} (${slowest?.text})`, p95 <= MOST ? 'held' : 'MISSED']
  }
  const rows = [
    ['search as you type', ...(await times((text) => office.call('search.find', { text }), asked))],
    [
      'alike while typing (H3)',
      ...(await times(
        (name) => office.call('handoff.similar', { name, alias: '', phone: '' }),
        asked.filter((text) => text.length > 1),
      )),
    ],
  ]
  office.database.close()
  return `${PEOPLE.toLocaleString('en')} people; ≤ ${MOST} ms at the 95th percentile\n\n${formatTable([['call', 'median', '95th', 'slowest', ''], ...rows])}`
}
