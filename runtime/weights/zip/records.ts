/** The records of a zip file that are read and written here (PKWARE APPNOTE 6.3.9, 4.3). */
export const signatures = {
  localHeader: 0x04034b50,
  centralHeader: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  end64Locator: 0x07064b50,
} as const;

/** Bytes of each record without its variable parts. */
export const recordBytes = {
  localHeader: 30,
  centralHeader: 46,
  end: 22,
  end64: 56,
  end64Locator: 20,
} as const;

/** A field of 32 or 16 bits that says: the true number stands in a zip64 record. */
export const elsewhere32 = 0xffffffff;
export const elsewhere16 = 0xffff;
