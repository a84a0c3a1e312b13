### One person: who they are, and what one can do.

people-title = Perfil
people-message = Enviar uma mensagem
people-met = Salas em comum
people-unknown = Não há ninguém com este endereço.
people-ignore = Ignorar
people-ignore-no = Deixar de ignorar
people-ignore-words = Você não vê mais o que a pessoa escreve, e ela não pode convidar você. Ela não fica sabendo.
people-ignored = Você ignora { $name }.
people-ignored-title = Pessoas que você ignora

## Telling those who run the server of something.

people-report = Denunciar
people-report-message = Denunciar esta mensagem
people-report-room = Denunciar esta sala
people-report-space = Denunciar esta comunidade
people-report-person = Denunciar esta pessoa
people-report-words = Quem administra este servidor lê sua denúncia. Ninguém mais fica sabendo.
people-reported = Agradecemos. Sua denúncia foi enviada.
people-reason = O que há de errado?
people-reason-optional = Motivo (opcional)

## Deleting what was said.

people-delete-title = Apagar a mensagem de { $name }?
people-delete-words = Ela some para todos e não pode ser recuperada. Continua visível que ela existiu e que você a apagou.
people-delete-own-title = Apagar sua mensagem?
