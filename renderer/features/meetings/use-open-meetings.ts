import { useOffice } from '../../office'

/** Counts the open meetings, for the rail; undefined for none. */
export const useOpenMeetingCount = (): number | undefined => useOffice('meeting.list', {}).value?.open.length || undefined
