/**
 * What hosted pages tell of themselves: their origin alone crosses over. The SDKs of 2023 know by it that somebody comes back
 * from a hosted page, and would send her there again without.
 */
export const RETURN_REFERRER_POLICY = 'strict-origin-when-cross-origin'
