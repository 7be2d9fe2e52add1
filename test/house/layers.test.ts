import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

interface Cruised {
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

/** Runs the project's own layer rules over a tree and gives what they forbid, as "rule: from → to". */
function violationsIn(tree: string): string[] {
  const args = [path('../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', path('../../.dependency-cruiser.cjs')];
  const json = execFileSync(process.execPath, [...args, '--output-type', 'json', '.'], {
    cwd: path(tree),
    encoding: 'utf8',
  });
  const { violations } = (JSON.parse(json) as Cruised).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to.replace(/^.*node_modules\//, '')}`).sort();
}

describe('the layer rules', () => {
  it('catch every forbidden import, and nothing else', () => {
    expect(violationsIn('./fixtures/layers')).toEqual([
      'domain-is-pure: domain/knows-a-framework.ts → react/index.js',
      'domain-is-pure: domain/reaches-up.ts → sync-server/fine.ts',
      'domain-is-pure: domain/reads-files.ts → fs',
      'domain-tests-stay-inside: domain/reaches-up.ts → sync-server/fine.ts',
      'no-cycles: domain/cycle-a.ts → domain/cycle-b.ts',
      'no-unknown-modules: sync-server/lost.ts → ./gone.ts',
      'nobody-imports-test: sync-server/uses-test.ts → test/helper.ts',
      'office-shares-the-kit: src-office/meets-server.ts → sync-server/fine.ts',
      'office-shares-the-kit: src-office/meets-store-app.ts → src-renderer/fine.ts',
      'only-src-main-knows-electron: src-renderer/knows-electron.ts → electron/index.js',
      'shell-runs-the-device-host: src-main/meets-server.ts → sync-server/fine.ts',
      'shell-runs-the-device-host: src-main/runs-devices.ts → devices/simulators/fine.ts',
      'sides-never-meet: devices/meets-server.ts → sync-server/fine.ts',
      'sides-never-meet: src-renderer/meets-main-as-type.ts → src-main/fine.ts',
      'sides-never-meet: src-renderer/meets-office.ts → src-office/fine.ts',
      'sides-never-meet: src-renderer/meets-server-late.ts → sync-server/fine.ts',
      'sides-never-meet: sync-server/meets-renderer.ts → src-renderer/fine.ts',
      'tasks-are-on-top: src-renderer/base/knows-a-task.ts → src-renderer/tasks/sale/fine.ts',
      'texts-are-for-both-sides: texts/meets-store-app.ts → src-renderer/fine.ts',
    ]);
  });
});
