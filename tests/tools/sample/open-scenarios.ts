import { DUE_NOW } from './open-scenarios-due'
import { WAITING } from './open-scenarios-waiting'
import type { OpenScenario } from './open-scenario'

export const OPEN_SCENARIOS: readonly OpenScenario[] = [...DUE_NOW, ...WAITING]
