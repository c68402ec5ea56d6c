import type { DownloadRisk, RiskKind } from '../model/download-risk';
import { toExtension } from './to-safe-file-name';

/** The kinds of files that do something when they are opened, by extension, on any of the three systems. */
const KINDS: Readonly<Record<RiskKind, string>> = {
  program:
    'exe com scr pif cpl msc dll ocx sys drv gadget xbap application jar jnlp app appimage run bin elf xpi crx hta chm',
  script:
    'bat cmd ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1 vb vbs vbe js jse mjs ws wsf wsc wsh sct sh bash zsh ksh csh ' +
    'fish py pyw pyc pyz pl rb tcl applescript scpt scptd workflow action osx command tool terminal reg inf',
  installer:
    'msi msp mst msu msix msixbundle appx appxbundle appinstaller deb rpm flatpak flatpakref flatpakrepo snap pkg mpkg ' +
    'mobileconfig prefpane',
  disk: 'iso img dmg vhd vhdx udf wim cab',
  macros:
    'docm dotm xlsm xltm xlam xll xlsb pptm potm ppam ppsm ppa xla slk iqy oqy mde mdb accdb accde ade adp one',
  shortcut:
    'lnk scf url desktop webloc inetloc fileloc website library-ms search-ms searchconnector-ms settingcontent-ms ' +
    'appref-ms diagcab theme themepack rdp contact',
};

const byExtension: ReadonlyMap<string, RiskKind> = new Map(
  (Object.keys(KINDS) as RiskKind[]).flatMap((kind) => KINDS[kind].split(' ').map((one) => [one, kind])),
);

/** What people open without a thought. */
const HARMLESS: ReadonlySet<string> = new Set(
  (
    'pdf doc docx odt rtf txt md csv xls xlsx ods ppt pptx odp jpg jpeg png gif webp heic svg bmp tif tiff mp3 m4a ogg ' +
    'wav flac mp4 mov mkv avi webm zip rar 7z gz html htm eml ics'
  ).split(' '),
);

/** Gives why a file of that name is to be warned of; `undefined` for what is only looked at. */
export function toDownloadRisk(fileName: string): DownloadRisk | undefined {
  const extension = toExtension(fileName);
  const kind = byExtension.get(extension.slice(1).toLowerCase());
  if (kind === undefined) return undefined;
  const before = toExtension(fileName.slice(0, -extension.length).trimEnd()).slice(1).toLowerCase();
  return { kind, disguise: HARMLESS.has(before) ? before : undefined };
}
