### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = Faire fonctionner la messagerie
privacy-service-what = Votre compte, vos appareils, vos salons et ce que vous envoyez sont stockés et transmis aux personnes à qui vous écrivez.
privacy-service-why = Sans cela, il n’y aurait pas de messagerie.
privacy-service-data = Tout ce que conservent les modules listés dans le registre : votre compte et votre profil, les appareils et leurs clés, les salons, les messages, les fichiers, les accusés de lecture et les paramètres.
privacy-service-kept = Jusqu’à ce que vous le supprimiez ou que votre compte soit fermé. Ce que vous avez écrit dans les salons y reste pour les autres, sauf si vous le supprimez.

privacy-security-name = Protéger les comptes et les personnes
privacy-security-what = Les connexions, les échecs de connexion et l’adresse depuis laquelle vos appareils se connectent sont relevés. Les signalements de messages, de salons et de personnes parviennent aux personnes qui gèrent le serveur.
privacy-security-why = Pour que personne ne s’empare de votre compte et pour que les auteurs de harcèlement puissent être arrêtés.
privacy-security-data = Les heures de connexion, la dernière adresse de chaque appareil, le nombre de mots de passe erronés, les signalements avec leurs motifs.
privacy-security-kept = L’adresse d’un appareil jusqu’à ce que l’appareil soit déconnecté ; les signalements aussi longtemps que le serveur est exploité. La trace d’un mot de passe erroné est conservée jusqu’à ce que la liste des évènements du serveur n’ait plus de place pour elle.

privacy-retention-name = Remarquer quand des personnes s’éloignent
privacy-retention-what = On compte quand vous êtes là et ce que vous faites : combien de messages vous envoyez et recevez et dans quel genre de salon, qui répond à qui, les invitations, les appels et les difficultés que vous rencontrez. Ce que vous écrivez n’est jamais regardé.
privacy-retention-why = Pour que les personnes qui prennent soin de cette communauté apprennent tôt qui est sur le point de partir et pourquoi, et puissent corriger ce qui fait fuir.
privacy-retention-data = Les genres d’actions, les heures, les nombres, les tailles approximatives et les identifiants des salons et des personnes. Jamais de mots, de noms, d’images ni de fichiers.
privacy-retention-kept = Le registre indique pour chaque signal combien de jours il est conservé. Dès que vous refusez, plus rien n’est compté. À la fermeture de votre compte, ce qui a été compté est supprimé.

privacy-product-name = Améliorer l’application
privacy-product-what = On compte quelles parties de l’application vous utilisez, où elle échoue et combien de temps vous l’attendez.
privacy-product-why = Pour que ce qui vous gêne soit trouvé et corrigé.
privacy-product-data = Les noms de fonctions d’une liste fixe, les types d’erreurs, les temps d’attente, la version de l’application. Jamais ce que vous tapez.
privacy-product-kept = Le registre indique pour chaque signal combien de jours il est conservé. Dès que vous refusez, plus rien n’est compté. À la fermeture de votre compte, ce qui a été compté est supprimé.

privacy-personal-name = Vous aider à temps
privacy-personal-what = Ce qui a été appris à votre sujet, par exemple que vous êtes peut-être sur le point de partir, sert à vous écrire, à vous proposer de l’aide ou à vous montrer quelque chose.
privacy-personal-why = Pour vous aider avant qu’il ne soit trop tard et ne pas vous déranger sans raison.
privacy-personal-data = Ce qui a été appris à votre sujet, avec les raisons, ce qui a été fait pour vous et ce qui en est résulté.
privacy-personal-kept = Jusqu’à la fermeture de votre compte. Dès que vous refusez, plus rien n’est fait sur cette base.

## What makes a use of personal data lawful.

privacy-basis-contract = C’est nécessaire à ce que vous nous avez demandé de faire (contrat).
privacy-basis-interest = Nous avons un intérêt légitime sur lequel le vôtre ne prévaut pas.
privacy-basis-consent = Vous décidez, et pouvez changer d’avis à tout moment (consentement).

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = Désactivé tant que vous n’avez pas accepté.
privacy-default-notice = Activé dès que l’information vous a été donnée, jusqu’à ce que vous refusiez. Vous pouvez refuser à tout moment.

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = Ce que vous avez accepté ou non et quand, quelle version du texte vous avez vue et dans quelle langue, et la région que vous avez indiquée. Supprimé à la fermeture de votre compte.

## The choices in the web app.

privacy-choices-title = Vos données
privacy-choices-intro = Vous décidez à quoi elles servent en dehors du fonctionnement de la messagerie. Ce que vous écrivez n’est jamais lu.
privacy-choices-more = Pourquoi, avec quelles données, combien de temps
privacy-told-retention = Cette application signale, chaque fois par un mot d’une liste fixe : que vous l’avez ouverte, combien de temps vous l’avez utilisée, et quand quelque chose n’a pas été envoyé, n’a pas pu être lu, a été lent, n’a pas été trouvé, a échoué ou a été refusé.
privacy-told-product = Cette application signale, chaque fois par un mot d’une liste fixe : quelles parties vous en utilisez, comme les réponses, les réactions ou la recherche, et quels paramètres vous modifiez.
privacy-choices-copy = Télécharger ce qui est conservé sur moi
privacy-asked-title = Vos données, votre choix
privacy-asked = Cette communauté peut-elle apprendre de la façon dont on l’utilise ? Rien n’est compté tant que vous n’avez pas dit oui.
privacy-asked-notice = Cette communauté apprend de la façon dont on l’utilise. Voyez ce que cela signifie ; vous pouvez refuser à tout moment.
privacy-asked-button = Voir de quoi il s’agit
