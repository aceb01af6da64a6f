import { TestClock } from '../../../electron/shell/test-clock'

/** The controlled clock of the journeys, starting on a day in November 2026. */
export class FakeClock extends TestClock {
  constructor(wall = Date.UTC(2026, 10, 20, 12)) {
    super(wall)
  }
}
