import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { PASSPHRASE, setUpOffice } from '../support/office/set-up-office'
import { openTestOffice, type TestOffice } from '../support/office/test-office'
import { reportNotRun } from '../support/not-run'

const mount = (...args: readonly string[]) => spawnSync('mount', args).status === 0

/** Mounts a real small disk, where this machine allows it (root on Linux). */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'day-book-disk-'))
  onTestFinished(() => {
    spawnSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  })
  return mount('-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder) ? folder : null
}

// The disk is small on purpose: the warning of D6 is not tested here.
const options = { ports: { disk: { freeBytes: () => null } } }
const save = (office: TestOffice, key: string, size: number) => office.call('draft.save', { key, body: JSON.stringify('x'.repeat(size)) })
const read = async (office: TestOffice, key: string) => {
  const answer = await office.call('draft.read', { key })
  return answer.ok ? answer.value.body : null
}
const signIn = (office: TestOffice) => office.call('session.signIn', { passphrase: PASSPHRASE, staffId: null })

describe('a real disk (D6)', () => {
  test('that is full: the call says so, nothing is lost or half written, and the database opens again', async (context) => {
    const folder = smallDisk()
    if (folder === null) return reportNotRun(context, 'no small file system can be mounted here')
    const office = openTestOffice(folder, options)
    await setUpOffice(office)
    let kept = 0
    let answer = await save(office, 'draft-0', 60_000)
    while (answer.ok && kept < 500) answer = await save(office, `draft-${(kept += 1)}`, 60_000)
    expect(answer).toEqual({ ok: false, failure: { kind: 'storage', what: 'full' } })
    expect(await read(office, `draft-${kept}`)).toBeNull()
    expect((await read(office, `draft-${kept - 1}`))?.length).toBe(60_002)
    for (let i = 0; i < 5; i++) expect(await save(office, 'more', 60_000)).toMatchObject({ failure: { what: 'full' } })
    const again = office.reopen()
    const signed = await signIn(again)
    // Signing in may need a few bytes as well; if so, it reports that the disk is full.
    if (!signed.ok) expect(signed.failure).toMatchObject({ kind: 'storage', what: 'full' })
    else expect((await read(again, `draft-${kept - 1}`))?.length).toBe(60_002)
    mount('-o', 'remount,size=20m', folder)
    const roomy = again.reopen()
    expect((await signIn(roomy)).ok).toBe(true)
    expect((await read(roomy, `draft-${kept - 1}`))?.length).toBe(60_002)
    expect((await save(roomy, 'more', 60_000)).ok).toBe(true)
  })

  test('that is read-only: sign-in says so, and works when it can be written again', async (context) => {
    const folder = smallDisk()
    if (folder === null) return reportNotRun(context, 'no small file system can be mounted here')
    const first = openTestOffice(folder, options)
    await setUpOffice(first)
    await save(first, 'kept', 10)
    first.office.quit()
    mount('-o', 'remount,ro', folder)
    const office = openTestOffice(folder, options)
    expect(await signIn(office)).toEqual({ ok: false, failure: { kind: 'storage', what: 'read_only' } })
    expect(await office.call('office.state', {})).toMatchObject({ value: { stage: 'sealed', fault: 'read_only' } })
    mount('-o', 'remount,rw', folder)
    expect((await signIn(office)).ok).toBe(true)
    expect((await read(office, 'kept'))?.length).toBe(12)
  })

  test('that is full or read-only at set-up: nothing half-made is left to stumble over', async (context) => {
    const folder = smallDisk()
    if (folder === null) return reportNotRun(context, 'no small file system can be mounted here')
    mount('-o', 'remount,ro', folder)
    const office = openTestOffice(folder, options)
    await expect(setUpOffice(office)).rejects.toThrow('read_only')
    mount('-o', 'remount,rw,size=40k', folder)
    await expect(setUpOffice(office)).rejects.toThrow('full')
    mount('-o', 'remount,size=6m', folder)
    await setUpOffice(office)
    expect(await office.call('office.state', {})).toMatchObject({ value: { stage: 'open', fault: null } })
  })
})
