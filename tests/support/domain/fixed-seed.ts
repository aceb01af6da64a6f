import fc from 'fast-check'

// Under mutation every run must see the same examples: else a mutant lives or dies by chance. Fewer of them: there are thousands of runs.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_120, numRuns: 20 })
