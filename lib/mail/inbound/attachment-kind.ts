/** Tells what an attached file is from its name, its declared type and its first bytes; nothing is opened or unpacked. */
import type { AttachmentKind } from './read-mail.ts';

/** What runs when somebody opens it, documents with macros among them; the last ending decides, as it does on Windows. */
const EXECUTABLE =
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|psm1|vbs?|vbe|jse?|mjs|wsf|wsh|hta|msi|msix?|msp|appx|jar|apk|app|dmg|pkg|deb|rpm|sh|command|lnk|url|reg|cpl|dll|sys|scf|chm|docm|dotm|xlsm|xltm|xlam|pptm|potm|ppsm|one)$/i;
const ARCHIVE = /\.(?:zip|rar|7z|gz|tgz|bz2|tbz2?|xz|zst|lz|lzma|tar|cab|arj|ace|iso|img|vhdx?)$/i;
const PAPER = /\.(?:pdf|jpe?g|png|gif|webp|avif|hei[cf]|tiff?|bmp|docx?|odt|rtf|pages)$/i;

const ARCHIVE_TYPE =
  /^application\/(?:x-)?(?:zip(?:-compressed)?|rar(?:-compressed)?|vnd\.rar|7z-compressed|gzip|bzip2?|xz|tar|zstd|iso9660-image)$/;
const PAPER_TYPE =
  /^(?:application\/(?:pdf|x-pdf|rtf|msword|vnd\.oasis\.opendocument\.text|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)|image\/(?!svg)[\w.+-]+)$/;

/** How programs begin: Windows, Linux, macOS, scripts. */
const PROGRAMS = ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '#!'];
const ARCHIVES = ['PK\x03\x04', 'Rar!\x1a', '7z\xbc\xaf\x27\x1c', '\x1f\x8b', 'BZh', '\xfd7zXZ'];
/** Documents that are archives inside. */
const ZIPPED_PAPER = /\.(?:docx|odt|pages)(?: |$)|wordprocessingml|opendocument\.text/i;

export interface Described {
  name: string;
  type: string;
  content: Uint8Array;
}

function beginsWith(content: Uint8Array, starts: readonly string[]): boolean {
  const start = Buffer.from(content.subarray(0, 8)).toString('latin1');
  return starts.some((known) => start.startsWith(known));
}

/** What is dangerous wins over what is said to be harmless. */
export function kindOf({ name, type, content }: Described): AttachmentKind {
  if (EXECUTABLE.test(name) || beginsWith(content, PROGRAMS)) return 'executable';
  if (type === 'text/calendar' || type === 'application/ics' || /\.ics$/i.test(name)) return 'calendar';
  if (/^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(name)) return 'winmail';
  if (type === 'message/rfc822' || type === 'message/global' || /\.(?:eml|msg)$/i.test(name)) return 'message';
  if (ARCHIVE.test(name) || ARCHIVE_TYPE.test(type)) return 'archive';
  if (beginsWith(content, ARCHIVES) && !ZIPPED_PAPER.test(`${name} ${type}`)) return 'archive';
  return PAPER_TYPE.test(type) || PAPER.test(name) ? 'paper' : 'other';
}
