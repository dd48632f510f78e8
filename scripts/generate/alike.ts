/** English words that are bokmål's too: names, and words that the languages share. All other translations into English differ. */
export const ALIKE: readonly string[] = [
  // Words, formats, platforms.
  'DPIA', 'Discord', 'Facebook', 'Instagram', 'JSON (.json)', 'Markdown (.md)', 'PDF (.pdf)', 'PLM', 'Roblox',
  'Snapchat', 'Status', 'TikTok', 'Word (.docx)', 'X', 'YouTube',
  // Countries.
  'Albania', 'Andorra', 'Argentina', 'Australia', 'Bangladesh', 'Belarus', 'Bulgaria', 'Canada', 'Chile',
  'Colombia', 'Egypt', 'Finland', 'Guernsey', 'India', 'Indonesia', 'Isle of Man', 'Israel', 'Japan', 'Jersey',
  'Kenya', 'Latvia', 'Liechtenstein', 'Luxembourg', 'Malaysia', 'Malta', 'Mexico', 'New Zealand', 'Nigeria',
  'Pakistan', 'Portugal', 'Romania', 'Serbia', 'Singapore', 'Slovakia', 'Slovenia', 'Sri Lanka', 'Taiwan',
  'Thailand', 'Tunisia', 'USA', 'Uruguay', 'Vietnam',
  // Who published a source, and titles, which stay in the source's language.
  'About parental consent on X', 'Barn og unge forbrukere', 'Barnevakten',
  'Data protection adequacy for non-EU countries', 'EU renews UK personal data adequacy decisions', 'EUR-Lex',
  'EØS-avtalen (ordforklaring)', 'Hvilke apper har absolutt aldersgrense?', 'Report a child under 13 on Instagram',
  'Report an Underage Child', 'Roblox (Digital Parenting)', 'Summary of terms and conditions (EEA)',
  'The DPO Centre', 'Transfers to a country with adequate protection', 'Vodafone',
  'Why is Discord asking for my birthday?', 'europalov.no',
  // Holes with nothing but signs around them.
  '{dag}.{måned}.{år}', '{dato}', '{filer}: {funn}.', '{fil}: {tittel}', '{indre} under {ytre}',
  '{navn} ({revisjon}, {dato})', '{navn}: {temaer}', '{revisjon}, {dato}', '{slag}: {tittel}',
  '{status}: {alvorlighet}', '{svar}', '{valg}', '{ord}', '«{ord}»', '–', '→ {gjør}',
];
