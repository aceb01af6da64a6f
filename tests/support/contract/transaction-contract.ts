import { contract, type Contract, type TransactionChannel } from '#shared/contract/index'

/** The calls that run in a transaction, for a router without a running session. */
export const transactionContract = Object.fromEntries(
  Object.entries(contract).filter(([, { runs }]) => runs === 'transaction'),
) as unknown as Pick<Contract, TransactionChannel>
