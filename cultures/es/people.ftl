### One person: who they are, and what one can do.

people-title = Perfil
people-message = Enviar un mensaje
people-met = Salas en común
people-unknown = No hay nadie con esta dirección.
people-ignore = Ignorar
people-ignore-no = Dejar de ignorar
people-ignore-words = Ya no ves lo que escribe, y no puede invitarte. No se le informa.
people-ignored = Ignoras a { $name }.
people-ignored-title = Personas que ignoras

## Telling those who run the server of something.

people-report = Reportar
people-report-message = Reportar este mensaje
people-report-room = Reportar esta sala
people-report-space = Reportar esta comunidad
people-report-person = Reportar a esta persona
people-report-words = Quienes administran este servidor leen tu reporte. Nadie más se entera.
people-reported = Gracias. Tu reporte se ha enviado.
people-reason = ¿Qué ocurre?
people-reason-optional = Motivo (opcional)

## Deleting what was said.

people-delete-title = ¿Eliminar el mensaje de { $name }?
people-delete-words = Desaparece para todos y no se puede recuperar. Seguirá viéndose que estuvo ahí y que lo eliminaste tú.
people-delete-own-title = ¿Eliminar tu mensaje?
