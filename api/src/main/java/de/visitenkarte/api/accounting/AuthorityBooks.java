package de.visitenkarte.api.accounting;

import de.visitenkarte.api.accounting.AccountingDao.OfficeBooks;

/**
 * The books of one authority.
 *
 * @param authorityId {@code unknown} for records that name none
 * @param booksOff accepted less counted less quarantined
 * @param cellsOff counted less what the cells hold
 */
record AuthorityBooks(
        String authorityId,
        String kind,
        long accepted,
        long counted,
        long quarantined,
        long duplicates,
        long missing,
        long booksOff,
        long cellsOff) {

    static AuthorityBooks of(OfficeBooks office, long cellsOff) {
        return new AuthorityBooks(
                office.authorityId().isEmpty() ? "unknown" : office.authorityId(),
                office.kind(),
                office.accepted(),
                office.counted(),
                office.quarantined(),
                office.duplicates(),
                office.missing(),
                office.off(),
                cellsOff);
    }

    AuthorityBooks plus(AuthorityBooks other) {
        return new AuthorityBooks(
                authorityId,
                kind,
                accepted + other.accepted,
                counted + other.counted,
                quarantined + other.quarantined,
                duplicates + other.duplicates,
                missing + other.missing,
                // Errors of opposite signs must not hide each other.
                Math.abs(booksOff) + Math.abs(other.booksOff),
                Math.abs(cellsOff) + Math.abs(other.cellsOff));
    }

    /** Returns 0 if all is well. */
    long off() {
        return Math.abs(booksOff) + Math.abs(cellsOff);
    }
}
