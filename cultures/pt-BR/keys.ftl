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
keys-state-elsewhere = Há mensagens antigas esperando por ela neste dispositivo.
keys-offer-title = Proteja suas mensagens
keys-offer = Suas mensagens criptografadas só podem ser lidas neste dispositivo. Com uma chave de recuperação, você as recebe de volta se o perder.
keys-offer-button = Criar chave de recuperação
keys-make = Ela abre suas mensagens criptografadas em outro dispositivo. Ninguém mais a tem, nem mesmo quem administra este servidor. Por isso, guarde-a onde você possa encontrá-la: em um gerenciador de senhas ou no papel.
keys-make-button = Criar agora
keys-made = Esta é sua chave de recuperação. Ela é mostrada apenas uma vez.
keys-copy = Copiar
keys-copied = Copiada
keys-kept = Já guardei
keys-asked-title = Leia suas mensagens antigas
keys-asked = O que você disse e leu em outro dispositivo se abre aqui com sua chave de recuperação.
keys-asked-button = Inserir a chave de recuperação
keys-enter-hint = Doze grupos de quatro letras e números.
keys-enter-button = Abrir minhas mensagens
keys-enter-wrong = Esta não é sua chave de recuperação. Confira cada caractere; maiúsculas e minúsculas fazem diferença.
