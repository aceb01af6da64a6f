import { redactFor } from '#shared/contract/redact'
import { releasePaper, type releasePapers } from '#shared/contract/person/release-paper'
import { ok, refuse } from '#shared/domain/core/outcome'
import { loadOffice } from '../../storage/office/office-records'
import { resolveMergedId } from '../../storage/person/merges'
import { redactorFor } from '../../storage/person/withheld'
import { findRelease } from '../../storage/release/releases'
import type { UseCases } from '../../session/call-context'

/** The sheet of a release that the person signs (section 8). */
export const releasePaperCalls: UseCases<typeof releasePapers> = {
  'releasePaper.read': ({ db, audit }, { id }) => {
    const row = findRelease(db, id)
    if (!row) return refuse('no_such_release')
    const personId = resolveMergedId(db, row.personId)
    audit({ about: personId })
    // From an organisation that is not in the directory everything is withheld that is withheld from any partner.
    const redact = redactorFor(db, personId, row.partnerId ?? 'paper')
    const { organisation, startsAt, expiresAt, signedAt, revokedAt, minor } = row
    const paper = {
      id,
      personId,
      house: loadOffice(db).shelter,
      organisation,
      recipient: row.recipient,
      purpose: row.purpose,
      may: row.may,
      mayNot: row.mayNot,
      ways: [...row.ways],
      otherWays: row.otherWays,
      startsAt,
      expiresAt,
      language: row.language,
      interpreter: row.interpreter,
      parent: minor && minor.parent,
      signedAt,
      revoked: revokedAt !== null,
    }
    return ok(redactFor(releasePaper, paper, redact))
  },
}
