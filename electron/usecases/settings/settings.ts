import type { settings } from '#shared/contract/office/settings'
import { ok } from '#shared/domain/core/outcome'
import { loadOffice } from '../../storage/office/office-records'
import { loadPolicyAt } from '../../storage/policy/policies'
import { office } from '../../storage/schema'
import type { UseCases } from '../../session/call-context'

/** The office's settings: what F1 shows (P1), and after how many minutes the screen locks and the database is sealed (L2). */
export const settingsCalls: UseCases<typeof settings> = {
  'settings.read': ({ db, now }) => {
    const policy = loadPolicyAt(db, now)
    const { shelter, zone, policeNumber, supervisorName, supervisorPhone, idleMinutes, sealMinutes } = loadOffice(db)
    return ok({
      shelter,
      zone,
      standardHours: policy.standardHours,
      shiftStarts: [...policy.shiftStarts],
      policeNumber,
      supervisorName,
      supervisorPhone,
      idleMinutes,
      sealMinutes,
    })
  },
  'settings.save': ({ db, audit }, fields) => {
    db.update(office).set(fields).run()
    audit({ facts: { what: 'help' } })
    return ok({ done: true })
  },
  /** Saves the times of screen lock and database lock (L2). */
  'settings.saveLocking': ({ db, audit }, { idleMinutes, sealMinutes }) => {
    db.update(office).set({ idleMinutes, sealMinutes }).run()
    audit({ facts: { what: 'desk', idleMinutes, sealMinutes } })
    return ok({ done: true })
  },
}
