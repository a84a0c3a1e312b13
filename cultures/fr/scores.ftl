### Who is about to leave, in this server.

scores-too-few =
    { $active ->
        [one] Un seul membre est venu récemment.
       *[other] { $active } membres sont venus récemment.
    } En dessous de { $least }, des prédictions en diraient plus que ce que l’on peut savoir. Les données sont donc simplement décrites.
scores-too-young = Il s’est passé trop peu de choses pour en apprendre : il faut des membres partis, c’est-à-dire silencieux pendant { $days } jours, et des membres restés. D’ici là, les données sont simplement décrites.
scores-none-yet = Aucun résultat pour l’instant. Les scores sont calculés une fois par jour, à minuit UTC, à partir de ce que les membres ont accepté.
scores-alarm-drift = La communauté a changé depuis que le modèle a appris : les probabilités de l’ensemble des membres se sont déplacées. Tant qu’il n’a pas appris de nouveau, les probabilités individuelles peuvent être inexactes.
scores-alarm-calibration = Les probabilités annoncées il y a quelque temps ne se sont pas vérifiées. N’agissez pas sur la base de probabilités individuelles avant le prochain modèle ; l’ordre indique toujours qui risque plus de partir que qui.

## What is kept of people, for the register of privacy.

scores-keeps-scores = La probabilité qu’un membre cesse de venir, pour les membres qui ont accepté que l’on apprenne d’eux, avec les raisons et le jour. Conservée 400 jours ; supprimée si le consentement est retiré ou si le compte est fermé.
