import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { timeLeft } from '#shared/domain/wording'
import { PLACES, useMinute, useOffice, useOfficeState } from '../office'
import { rowStanding, stateWords, toneOf, useAllCommands, type IconName } from '../ui'

/** One line of the palette. `kind` stands in the margin. */
export interface Found {
  readonly id: string
  readonly kind: 'do' | 'people' | 'partners'
  readonly icon: IconName
  /** The colour class of a standing; the words beside it say the same. */
  readonly tone?: string
  readonly label: string
  readonly second: string
  readonly keys: string | undefined
  readonly run: () => void
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** What the typed words find: what can be done here, people, partners. Accents do not matter. */
export function useFound(typed: string): readonly Found[] {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const text = typed.trim()
  const asked = useOffice('search.find', { text: text.slice(0, 400) }, { enabled: text !== '', keep: true })
  const found = text === '' ? undefined : asked.value
  const shiftEndsAt = useOfficeState()?.waiting?.shiftEndsAt ?? now
  const commands = useAllCommands().filter((command) => command.id !== 'find' && fold(command.label).includes(fold(text)))
  return [
    ...commands.map((command): Found => ({
      id: command.id,
      kind: 'do',
      icon: 'arrow',
      label: command.label,
      second: '',
      keys: command.keys,
      run: command.run,
    })),
    // The partner that calls is answered from here (H6), or sends somebody.
    ...(found?.partners ?? []).slice(0, 3).flatMap((partner): Found[] => [
      {
        id: `ask-${partner.id}`,
        kind: 'do',
        icon: 'partners',
        label: t('frame.palette.didYouReach', { name: partner.name }),
        second: t('frame.palette.openHandoffs', { count: partner.openHandoffs }),
        keys: undefined,
        run: () => go(PLACES.partner(partner.id)),
      },
      ...(partner.retired
        ? []
        : [
            {
              id: `new-${partner.id}`,
              kind: 'do' as const,
              icon: 'plus' as const,
              label: t('frame.palette.newFrom', { name: partner.name }),
              second: '',
              keys: undefined,
              run: () => go(`${PLACES.newHandoff}?source=${partner.id}`),
            },
          ]),
    ]),
    ...(found?.people ?? []).flatMap((person): Found[] => {
      const { clockAt, handoffId, measured, state } = person
      if (handoffId === null || state === null) return []
      const standing = clockAt === null ? null : rowStanding({ state, clockAt, measured }, now, shiftEndsAt).standing
      const runs =
        clockAt !== null && (state.kind === 'contact_due' || state.kind === 'attempting' || state.kind === 'reached_not_confirmed')
      const how = runs ? `, ${timeLeft(clockAt, now)}` : `. ${stateWords(t, state)}`
      const number = person.number === null ? '' : `${t('frame.palette.number', { number: person.number })}, `
      return [
        {
          id: `p-${person.personId}`,
          kind: 'people',
          icon: standing ?? (state.kind === 'closed' ? 'confirmed' : 'people'),
          ...(standing ? { tone: toneOf(standing) } : {}),
          label: person.label,
          second: `${number}${t('frame.palette.from', { from: person.from })}${how}`,
          keys: undefined,
          run: () => go(PLACES.handoff(handoffId)),
        },
      ]
    }),
    ...(found?.partners ?? []).map((partner): Found => ({
      id: `o-${partner.id}`,
      kind: 'partners',
      icon: 'partners',
      label: partner.name,
      second: [
        ...(partner.retired ? [t('partners.retired')] : []),
        ...(partner.retired && partner.openHandoffs === 0 ? [] : [t('frame.palette.openHandoffs', { count: partner.openHandoffs })]),
      ].join(', '),
      keys: undefined,
      run: () => go(PLACES.partner(partner.id)),
    })),
  ]
}
