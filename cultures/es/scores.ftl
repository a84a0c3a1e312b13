### Who is about to leave, in this server.

scores-too-few =
    { $active ->
        [one] Últimamente ha venido un solo miembro.
       *[other] Últimamente han venido { $active } miembros.
    } Con menos de { $least }, las predicciones dirían más de lo que se puede saber, así que solo se describe lo que hay.
scores-too-young = Ha pasado demasiado poco para aprender de ello: hacen falta miembros que se hayan ido, es decir, { $days } días de silencio, y miembros que se hayan quedado. Hasta entonces solo se describe lo que hay.
scores-none-yet = Todavía no hay resultados. Se calculan una vez al día, a medianoche UTC, a partir de lo que los miembros han aceptado.
scores-alarm-drift = La comunidad ha cambiado desde que el modelo aprendió: las probabilidades de sus miembros se han desplazado en conjunto. Las probabilidades individuales pueden fallar hasta que aprenda de nuevo.
scores-alarm-calibration = Las probabilidades dadas hace un tiempo no se han cumplido. No actúes según probabilidades individuales hasta el próximo modelo; el orden sigue indicando quién es más probable que se vaya.

## What is kept of people, for the register of privacy.

scores-keeps-scores = La probabilidad de que un miembro deje de venir, solo de quienes aceptaron que se aprenda de ellos, con las razones y el día. Se conserva 400 días; se elimina cuando se retira el consentimiento o se cierra la cuenta.
