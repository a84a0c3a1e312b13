### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Os arquivos que você enviou: conteúdo, nome, tipo, tamanho e quando.

## Files in a conversation of the web app.

media-attach = Anexar arquivos
media-drop = Solte aqui para anexar
media-chosen = Arquivos a enviar
media-caption = Adicionar uma legenda
media-remove = Não enviar { $name }
media-smaller = Enviar imagens grandes em tamanho menor
media-large = { $name } é grande demais. Aqui os arquivos podem ter até { $size }.
media-empty = { $name } está vazio ou é uma pasta.
media-unreadable = Não foi possível ler { $name }. Remova-o e escolha-o de novo.
media-many = Só é possível enviar { $count } arquivos de uma vez. Envie estes primeiro.
media-sending = Enviando { $name }
media-open-picture = Abrir imagem { $name }
media-play = Reproduzir { $name }
media-play-voice = Reproduzir a mensagem de voz
media-download = Baixar { $name }
media-keep = Baixar
media-record = Gravar uma mensagem de voz
media-recording = Gravando
media-microphone = Não é possível usar o microfone. Permita-o para esta página no navegador e tente de novo.
media-voice = Mensagem de voz
media-unreached = Não foi possível buscar o arquivo. Tente de novo.
media-gone = O arquivo não está mais no servidor.
media-damaged = O arquivo foi alterado no caminho, por isso não é aberto.
media-unshowable = O arquivo não pode ser mostrado aqui. Você pode baixá-lo.
media-no-picture = Esta não é uma imagem que possa ser mostrada. Escolha PNG, JPEG, GIF ou WebP.
media-opening = Abrindo a imagem
media-actual = Tamanho real
media-previous = Imagem anterior
media-next = Próxima imagem
media-from = { $name }, { $time }
