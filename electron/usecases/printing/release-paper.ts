import type { releasePapers } from '#shared/contract/release-paper'
import { ok, refuse } from '#shared/domain/core/outcome'
import { loadOffice } from '../../storage/office/office-records'
import { resolveMergedId } from '../../storage/person/merges'
import { redactorFor } from '../../storage/person/story'
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
    return ok({
      id,
      personId,
      house: loadOffice(db).shelter,
      organisation,
      recipient: redact(row.recipient),
      purpose: redact(row.purpose),
      may: redact(row.may),
      mayNot: redact(row.mayNot),
      ways: [...row.ways],
      otherWays: redact(row.otherWays),
      startsAt,
      expiresAt,
      language: redact(row.language),
      interpreter: redact(row.interpreter),
      parent: minor && redact(minor.parent),
      signedAt,
      revoked: revokedAt !== null,
    })
  },
}
