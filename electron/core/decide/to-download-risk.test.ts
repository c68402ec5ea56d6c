import { expect, it } from 'vitest';
import type { RiskKind } from '../model/download-risk';
import { toDownloadRisk } from './to-download-risk';

it.each<[string, RiskKind, string | undefined]>([
  ['setup.EXE', 'program', undefined],
  ['bill.pdf.exe', 'program', 'pdf'],
  ['bill.PDF .scr', 'program', 'pdf'],
  ['run.sh', 'script', undefined],
  ['holiday.jpg.js', 'script', 'jpg'],
  ['chat.deb', 'installer', undefined],
  ['chat.dmg', 'disk', undefined],
  ['sheet.xlsm', 'macros', undefined],
  ['readme.txt.desktop', 'shortcut', 'txt'],
  ['v1.2.exe', 'program', undefined],
])('W31 %s is warned of', (name, kind, disguise) => {
  expect(toDownloadRisk(name)).toEqual({ kind, disguise });
});

it.each([
  'report.pdf',
  'photo.jpeg',
  'notes',
  '.sh',
  'talk.mp4',
  'all.zip',
  'exe',
  'a.exe.txt',
  '日本語.docx',
])('W31 %s is not warned of', (name) => {
  expect(toDownloadRisk(name)).toBeUndefined();
});
