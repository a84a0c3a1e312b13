### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = As chaves públicas suas e dos seus dispositivos, e as assinaturas nelas.
keys-keeps-waiting = Mensagens para seus dispositivos que eles ainda não buscaram, em geral criptografadas por quem as enviou.
keys-keeps-backups = Backups das chaves das salas, criptografados com uma chave que só você tem.
keys-keeps-dehydrated = Um dispositivo guardado para quando você voltar, criptografado da mesma forma.

## The recovery key in the web app.

keys-recovery = Chave de recuperação
keys-state-safe = Você tem uma. Ela traz suas mensagens de volta em qualquer dispositivo.
keys-state-here = Suas chaves estão só neste dispositivo.
keys-state-elsewhere = Digite-a para ler mensagens antigas neste dispositivo.
keys-offer-title = Proteja suas mensagens
keys-offer = Mensagens criptografadas só abrem neste dispositivo. Se você o perder, uma chave de recuperação as abre em outro.
keys-offer-button = Criar chave de recuperação
keys-make = Ela abre suas mensagens criptografadas em outro dispositivo. Ninguém mais a tem, nem mesmo quem administra este servidor. Por isso, guarde-a onde você possa encontrá-la: em um gerenciador de senhas ou no papel.
keys-make-button = Criar agora
keys-made = Esta é sua chave de recuperação. Ela é mostrada apenas uma vez.
keys-copy = Copiar
keys-copied = Copiada
keys-kept = Já guardei
keys-asked-title = Leia suas mensagens antigas
keys-asked = O que você disse e leu em outro dispositivo se abre aqui, com aquele dispositivo ou sua chave de recuperação.
keys-asked-button = Trazer para cá
keys-enter-hint = Doze grupos de quatro letras e números.
keys-enter-button = Abrir minhas mensagens
keys-enter-wrong = Esta não é sua chave de recuperação. Confira cada caractere; maiúsculas e minúsculas fazem diferença.
keys-change = Trocar
keys-change-words = Você recebe uma nova chave de recuperação, e a atual deixa de funcionar. Suas mensagens continuam como estão.
keys-bring = Sua chave de recuperação traz suas mensagens para cá, assim como um dispositivo que possa lê-las.
keys-bring-alone = Sua chave de recuperação traz suas mensagens para cá.
keys-bring-without = Um dispositivo que possa ler suas mensagens as passa para este. Você não tem chave de recuperação.
keys-bring-device = Usar outro dispositivo
keys-bring-neither = Não tenho nenhum dos dois
keys-reset-title = Recomeçar do zero
keys-reset = Sem outro dispositivo nem chave de recuperação, ninguém pode abrir suas mensagens antigas. Você recebe novas chaves:
keys-reset-lost = As mensagens criptografadas de antes de hoje ficam fechadas para sempre.
keys-reset-devices = Seus outros dispositivos precisam ser verificados de novo.
keys-reset-people = Quem verificou você fica sabendo que suas chaves mudaram.
keys-reset-button = Abrir mão das mensagens antigas e recomeçar

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = Este dispositivo ainda não tem suas chaves.
keys-unreadable-coming = A chave desta mensagem está a caminho. A mensagem se abre sozinha quando a chave chegar.
keys-unreadable-lost = Isto foi enviado antes de você entrar na conta neste dispositivo, e a chave não está no seu backup. Um dispositivo que você usava antes pode mostrar.
keys-unreadable-joining = Isto foi enviado antes de você entrar na sala, por isso você não pode ler.
keys-unreadable-withheld = O aplicativo de quem enviou esconde isto de dispositivos que não conhece.
keys-unreadable-broken = Esta mensagem não pode ser descriptografada.
keys-unreadable-look = Olhar de novo
keys-unreadable-ask = Pedir a { $name } que envie de novo
keys-unreadable-asked = Não consigo ler esta mensagem. Você pode enviar de novo?
