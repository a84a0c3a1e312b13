### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = Betrieb des Messengers
privacy-service-what = Dein Konto, deine Geräte, deine Räume und was du sendest, werden gespeichert und zu den Menschen gebracht, denen du schreibst.
privacy-service-why = Ohne das gäbe es keinen Messenger.
privacy-service-data = Alles, was die im Verzeichnis aufgeführten Module aufbewahren: dein Konto und Profil, Geräte und ihre Schlüssel, Räume, Nachrichten, Dateien, Lesebestätigungen und Einstellungen.
privacy-service-kept = Bis du es löschst oder bis dein Konto endet. Was du in Räumen geschrieben hast, bleibt dort für die anderen erhalten, es sei denn, du entfernst es.

privacy-security-name = Schutz von Konten und Menschen
privacy-security-what = Anmeldungen, gescheiterte Anmeldungen und die Adressen, von denen sich deine Geräte melden, werden festgehalten. Meldungen zu Nachrichten, Räumen und Personen erreichen die Menschen, die den Server betreiben.
privacy-security-why = Damit niemand dein Konto übernimmt und damit Menschen, die andere belästigen, gestoppt werden können.
privacy-security-data = Zeitpunkte von Anmeldungen, die letzte Adresse jedes Geräts, die Anzahl falscher Passwörter, Meldungen mit ihren Gründen.
privacy-security-kept = Die Adresse eines Geräts, bis das Gerät abgemeldet wird; Meldungen, solange der Server betrieben wird. Dass ein falsches Passwort eingegeben wurde, bleibt gespeichert, bis die Ereignisliste des Servers keinen Platz mehr dafür hat.

privacy-retention-name = Bemerken, wenn sich jemand entfernt
privacy-retention-what = Gezählt wird, wann du hier bist und was du tust: wie viele Nachrichten du sendest und bekommst und in welcher Art von Raum, wer wem antwortet, Einladungen, Anrufe und Schwierigkeiten, auf die du stößt. Was du schreibst, wird nie angesehen.
privacy-retention-why = Damit die Menschen, die sich um diese Community kümmern, früh erfahren, wer zu gehen droht und warum, und beheben können, was andere vertreibt.
privacy-retention-data = Arten von Handlungen, Zeitpunkte, Anzahlen, ungefähre Größen und die Kennungen von Räumen und Personen. Niemals Wörter, Namen, Bilder oder Dateien.
privacy-retention-kept = Im Verzeichnis steht zu jedem Signal, wie viele Tage es aufbewahrt wird. Sobald du Nein sagst, wird nichts mehr gezählt. Endet dein Konto, wird das Gezählte gelöscht.

privacy-product-name = Verbesserung der App
privacy-product-what = Gezählt wird, welche Teile der App du benutzt, wo sie versagt und wie lange du auf sie wartest.
privacy-product-why = Damit gefunden und behoben wird, was dich behindert.
privacy-product-data = Namen von Funktionen aus einer festen Liste, Arten von Fehlern, Wartezeiten, die Version der App. Niemals, was du eingibst.
privacy-product-kept = Im Verzeichnis steht zu jedem Signal, wie viele Tage es aufbewahrt wird. Sobald du Nein sagst, wird nichts mehr gezählt. Endet dein Konto, wird das Gezählte gelöscht.

privacy-personal-name = Rechtzeitig etwas für dich tun
privacy-personal-what = Was über dich gelernt wurde, etwa dass du vielleicht bald gehst, wird genutzt, um dir zu schreiben, dir Hilfe anzubieten oder dir etwas zu zeigen.
privacy-personal-why = Damit dir geholfen wird, bevor es zu spät ist, und du nicht unnötig gestört wirst.
privacy-personal-data = Was über dich gelernt wurde samt den Gründen, was für dich getan wurde und was daraus geworden ist.
privacy-personal-kept = Bis dein Konto endet. Sobald du Nein sagst, geschieht auf dieser Grundlage nichts mehr.

## What makes a use of personal data lawful.

privacy-basis-contract = Es ist nötig für das, worum du uns gebeten hast (Vertrag).
privacy-basis-interest = Wir haben ein berechtigtes Interesse, das von deinem nicht überwogen wird.
privacy-basis-consent = Du entscheidest und kannst es dir jederzeit anders überlegen (Einwilligung).

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = Aus, bis du zustimmst.
privacy-default-notice = An, sobald du darüber informiert wurdest, bis du Nein sagst. Nein sagen kannst du jederzeit.

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = Wozu du wann zugestimmt hast oder nicht, welche Fassung des Textes du in welcher Sprache gesehen hast und welche Region du angegeben hast. Wird gelöscht, wenn dein Konto endet.

## The choices in the web app.

privacy-choices-title = Deine Daten
privacy-choices-intro = Du entscheidest, wofür sie neben dem Betrieb des Messengers genutzt werden. Was du schreibst, wird nie gelesen.
privacy-choices-more = Warum, mit welchen Daten, wie lange
privacy-told-retention = Diese App meldet, jeweils mit einem Wort aus einer festen Liste: dass du sie geöffnet hast, wie lange du sie benutzt hast und wann etwas nicht gesendet wurde, nicht lesbar oder langsam war, nicht gefunden wurde, fehlschlug oder verweigert wurde.
privacy-told-product = Diese App meldet, jeweils mit einem Wort aus einer festen Liste: welche ihrer Teile du benutzt, etwa Antworten, Reaktionen oder die Suche, und welche Einstellungen du änderst.
privacy-choices-copy = Alles herunterladen, was über mich gespeichert ist
privacy-asked-title = Deine Daten, deine Entscheidung
privacy-asked = Darf diese Community daraus lernen, wie sie genutzt wird? Gezählt wird erst, wenn du Ja sagst.
privacy-asked-notice = Diese Community lernt daraus, wie sie genutzt wird. Sieh dir an, was das bedeutet; du kannst jederzeit Nein sagen.
privacy-asked-button = Ansehen, worum es geht
