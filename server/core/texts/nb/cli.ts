/** What the command line says. Bokmål. */
export const cli = {
  'cli.help': `vurdert – kontrollerer personvernvurderinger (DPIA og andre) skrevet som YAML

Bruk:
  vurdert check [STI …]   Vis funnene i filer og mapper. Uten STI: mappen du står i.
  vurdert render [STI …]  Lag rapporten av vurderinger, som HTML, Markdown, Word, PDF, CSV eller JSON.
  vurdert diff [A B]      Vis hva som er endret i vurderinger, mellom to filer eller to versjoner i git.
  vurdert explain HVA     Forklar en funnkode, en artikkel («art. 35 nr. 1»), en lov
                          («barnevernsloven § 13-2»), et spørsmål («II.4.2») eller et begrep («profilering»).
  vurdert lsp --stdio     Start språktjeneren, for redigeringsprogrammer.

Valg for check:
  --format pretty|json    Liste til å lese (standard), eller JSON for andre programmer.
  --fail-on NIVÅ          Fra hvilket nivå funn gir avslutningskode 1: error (standard), warning eller information.

Valg for render:
  --format FORMAT         html (standard), md, docx, pdf, csv eller json. Uten valget: det navnet på filen sier.
                          csv gir to filer, risikoene og handlingsplanen. pdf trenger Chromium, Chrome eller Edge;
                          VURDERT_BROWSER sier hvor nettleseren ligger.
  --edition UTGAVE        internal (intern, standard) eller public (offentlig): uten det som er sladdet, og uten funn.
  -o, --output FIL        Skriv rapporten til en fil.
  --output-dir MAPPE      Skriv én rapport for hver vurdering, og index.html med oversikten over alle.
  --force                 Skriv over filer som finnes fra før.
  --history               Ta med revisjonen og en endringslogg fra git i html, md, docx og pdf. Ingen navn blir med.

Valg for diff:
  vurdert diff A B        A og B er filer. En fil slik den var, skrives REVISJON:sti. Stien regnes fra toppen av
                          git-lageret, og med ./ foran fra mappen du står i.
  vurdert diff [STI …]    Endringene siden siste commit. Uten STI: alle vurderinger i mappen du står i.
  --rev A | A..B | A...B  Endringene siden revisjonen A, fra A til B, eller i B siden den skilte lag med A.
  --format FORMAT         md (standard, for en pull request), html eller json.
  --edition UTGAVE        internal (intern, standard) eller public (offentlig): uten det som er sladdet i en av
                          versjonene, og uten funn.
  -o, --output FIL        Skriv sammenligningen til en fil. --force skriver over en som finnes fra før.
  --exit-code             Gi avslutningskode 1 når det er forskjeller.

For alle:
  -h, --help              Vis denne hjelpen.
  -V, --version           Vis versjonen.

Avslutningskode: 0 når det ikke er funn på nivået, 1 når det er det, 2 når kommandoen ikke kunne utføres.`,
  'cli.diff.both-missing': '«{sti}» finnes ikke som vurdering i noen av versjonene.',
  'cli.diff.folder': '«{sti}» er en mappe. Oppgi to filer, eller velg revisjonen med --rev.',
  'cli.diff.git.no-git': 'Fant ikke git på maskinen. Installer git, eller oppgi to filer: vurdert diff A B.',
  'cli.diff.git.no-repository': 'Mappen ligger ikke i et git-lager. Gå til en mappe som gjør det, eller oppgi to filer: vurdert diff A B.',
  'cli.diff.git.no-revision': 'Git kjenner ikke revisjonen «{detalj}». Oppgi en gren, en merkelapp eller en commit.',
  'cli.diff.git.no-fork': '«{fra}» og «{til}» har ingen felles historie. Bruk to punktum i stedet for tre.',
  'cli.diff.git.other': 'Git svarte ikke som ventet: {detalj}',
  'cli.diff.git.outside': '«{detalj}» ligger utenfor git-lageret.',
  'cli.diff.too-many': 'Oppgi to filer (vurdert diff A B), eller velg revisjonen med --rev.',
  'cli.crash': 'Det oppsto en feil i selve Vurdert, og kommandoen ble ikke fullført:\n{feil}',
  'cli.many.error': '{antall} feil',
  'cli.many.files': '{antall} vurderinger',
  'cli.many.information': '{antall} opplysninger',
  'cli.many.suppressed': '{antall} funn',
  'cli.many.warning': '{antall} advarsler',
  'cli.needs-value': 'Valget «{valg}» mangler en verdi. Se «vurdert --help».',
  'cli.no-assessments': 'Fant ingen vurderinger i «{stier}». En vurdering er en YAML-fil med nøkkelen «vurdering:», eller med et navn som slutter på .dpia.yaml.',
  'cli.no-value': 'Valget «{valg}» tar ingen verdi. Se «vurdert --help».',
  'cli.not-written': 'Kunne ikke skrive til «{sti}» ({kode}). Kontroller at mappen finnes, og at du har lov til å skrive der.',
  'cli.one.error': '{antall} feil',
  'cli.one.files': '{antall} vurdering',
  'cli.one.information': '{antall} opplysning',
  'cli.one.suppressed': '{antall} funn',
  'cli.one.warning': '{antall} advarsel',
  'cli.problem.missing': '«{sti}» finnes ikke. Kontroller stien.',
  'cli.problem.no-access': 'Du har ikke tilgang til å lese «{sti}».',
  'cli.problem.not-assessment': '«{sti}» er ikke en vurdering: Nøkkelen «vurdering:» mangler eller har en verdi som Vurdert ikke kjenner, og navnet slutter ikke på .dpia.yaml.',
  'cli.problem.not-yaml': '«{sti}» er ikke en YAML-fil. En vurdering har et navn som slutter på .yaml eller .yml.',
  'cli.problem.not-utf8': '«{sti}» er ikke lagret som UTF-8. Lagre den på nytt med tegnkodingen UTF-8.',
  'cli.problem.other': 'Kunne ikke lese «{sti}»{kode}.',
  'cli.progress': 'Leser … {antall} YAML-filer, {vurderinger} vurderinger',
  'cli.summary.clean': '{filer}, ingen funn.',
  'cli.summary.findings': '{filer}: {funn}.',
  'cli.summary.suppressed': '{antall} er undertrykt med begrunnelse i filene.',
  'cli.render.exists': 'Disse filene finnes fra før, og ingenting er skrevet: {filer}. Velg et annet sted, eller bruk --force for å skrive over dem.',
  'cli.render.more': '{filer} og {n} til',
  'cli.render.needs-file': 'Formatet {format} kan ikke vises i terminalen. Bruk -o FIL eller --output-dir MAPPE.',
  'cli.render.one-place': 'Bruk enten -o eller --output-dir, ikke begge.',
  'cli.render.several': 'Det er {n} vurderinger her, og -o skriver bare én. Bruk --output-dir MAPPE, eller oppgi én fil.',
  'cli.render.several-out': 'Det er {n} vurderinger her. Bruk --output-dir MAPPE for å få en rapport av hver, eller oppgi én fil.',
  'cli.render.source': '«{sti}» er selv en vurdering, og rapporten kan ikke skrives over den. Velg et annet navn.',
  'cli.render.same-name': 'To vurderinger ville fått rapporten «{sti}». Gi en av filene et annet navn.',
  'cli.render.public': 'Kan ikke lage den offentlige utgaven av «{sti}»: når det sladdede er tatt ut, kan ikke filen leses. Rett syntaksfeilene i filen først.',
  'cli.render.written-many': 'Skrev {n} rapporter og index.html til «{sti}».',
  'cli.render.written-many.one': 'Skrev 1 rapport og index.html til «{sti}».',
  'cli.pdf.no-browser': 'Fant ingen nettleser til å lage PDF med. Installer Chromium, Google Chrome eller Microsoft Edge, eller sett VURDERT_BROWSER til programfilen. Rapporten kan også lages som HTML eller Word.',
  'cli.pdf.not-there': 'VURDERT_BROWSER er satt til «{sti}», men der er det ingen programfil.',
  'cli.pdf.failed': 'Nettleseren «{sti}» klarte ikke å lage PDF ({feil}). Prøv med en annen nettleser i VURDERT_BROWSER, eller lag rapporten som HTML og skriv den ut derfra.',
  'cli.pdf.too-long': 'Nettleseren «{sti}» var ikke ferdig etter {n} sekunder, og ble stanset. Prøv igjen, eller lag rapporten som HTML og skriv den ut derfra.',
  'cli.unknown-command': 'Kjenner ikke kommandoen «{kommando}». Se «vurdert --help».',
  'cli.unknown-option': 'Kjenner ikke valget «{valg}». Se «vurdert --help».',
  'cli.unknown-subject': 'Fant verken funnkode, artikkel, lov, spørsmål eller begrep som heter «{hva}».{forslag}',
  'cli.suggestion': ' Mente du {forslag}?',
  'cli.what': 'Oppgi hva du vil ha forklart: en funnkode, en artikkel («art. 35 nr. 1»), en lov («barnevernsloven § 13-2»), et spørsmål («II.4.2») eller et begrep («profilering»).',
  'cli.written': 'Skrev rapporten til «{sti}».',
  'cli.wrong-value': '«{verdi}» kan ikke brukes med «{valg}». Lovlige verdier: {lovlige}.',
} as const;
