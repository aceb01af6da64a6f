import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { formatTimeLeft } from '#shared/domain/core/wording'
import { isContactDueShown } from '#shared/domain/handoff/state-questions'
import { ROUTES, useMinute, useOffice, useOfficeState } from '../office'
import { judgeRowUrgency, describeState, chooseMarkTone } from '../components'
import { useAllCommands, type IconName } from '../ui'

/** One line of the palette. `kind` is shown in the margin. */
export interface PaletteResult {
  readonly id: string
  readonly kind: 'do' | 'people' | 'partners'
  readonly icon: IconName
  /** The colour class of an urgency; the words beside it say the same. */
  readonly tone?: string
  readonly label: string
  readonly second: string
  readonly keys: string | undefined
  readonly run: () => void
}

const foldText = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Finds commands, people and partners for the typed words. Accents do not matter. */
export function usePaletteResults(typed: string): readonly PaletteResult[] {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const now = useMinute()
  const text = typed.trim()
  const asked = useOffice('search.find', { text: text.slice(0, 400) }, { enabled: text !== '', keep: true })
  const results = text === '' ? undefined : asked.value
  const shiftEndsAt = useOfficeState()?.waiting?.shiftEndsAt ?? now
  const commands = useAllCommands().filter((command) => command.id !== 'find' && foldText(command.label).includes(foldText(text)))
  return [
    ...commands.map((command): PaletteResult => ({
      id: command.id,
      kind: 'do',
      icon: 'arrow',
      label: command.label,
      second: '',
      keys: command.keys,
      run: command.run,
    })),
    // A partner that calls is answered from here (H6), or refers a person.
    ...(results?.partners ?? []).slice(0, 3).flatMap((partner): PaletteResult[] => [
      {
        id: `ask-${partner.id}`,
        kind: 'do',
        icon: 'partners',
        label: t('frame.palette.didYouReach', { name: partner.name }),
        second: t('frame.palette.openHandoffs', { count: partner.openHandoffs }),
        keys: undefined,
        run: () => go(ROUTES.partner(partner.id)),
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
              run: () => go(`${ROUTES.createHandoff}?source=${partner.id}`),
            },
          ]),
    ]),
    ...(results?.people ?? []).flatMap((person): PaletteResult[] => {
      const { clockAt, handoffId, measured, state } = person
      if (handoffId === null || state === null) return []
      const urgency = clockAt === null ? null : judgeRowUrgency({ state, clockAt, measured }, now, shiftEndsAt).urgency
      const runs = clockAt !== null && isContactDueShown(state)
      const how = runs ? `, ${formatTimeLeft(clockAt, now)}` : `. ${describeState(t, state)}`
      const number = person.number === null ? '' : `${t('frame.palette.number', { number: person.number })}, `
      return [
        {
          id: `p-${person.personId}`,
          kind: 'people',
          icon: urgency ?? (state.kind === 'closed' ? 'confirmed' : 'people'),
          ...(urgency ? { tone: chooseMarkTone(urgency) } : {}),
          label: person.label,
          second: `${number}${t('frame.palette.from', { from: person.from })}${how}`,
          keys: undefined,
          run: () => go(ROUTES.handoff(handoffId)),
        },
      ]
    }),
    // H14: a list that was cut says so, and leads to the page of people.
    ...(results?.more === true
      ? [
          {
            id: 'more-people',
            kind: 'people' as const,
            icon: 'people' as const,
            label: t('frame.palette.more'),
            second: '',
            keys: undefined,
            run: () => go(ROUTES.people),
          },
        ]
      : []),
    ...(results?.partners ?? []).map((partner): PaletteResult => ({
      id: `o-${partner.id}`,
      kind: 'partners',
      icon: 'partners',
      label: partner.name,
      second: [
        ...(partner.retired ? [t('partners.retired')] : []),
        ...(partner.retired && partner.openHandoffs === 0 ? [] : [t('frame.palette.openHandoffs', { count: partner.openHandoffs })]),
      ].join(', '),
      keys: undefined,
      run: () => go(ROUTES.partner(partner.id)),
    })),
  ]
}
