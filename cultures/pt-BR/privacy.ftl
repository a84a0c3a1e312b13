### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = Fazer o mensageiro funcionar
privacy-service-what = Sua conta, seus dispositivos, suas salas e o que você envia são armazenados e levados às pessoas para quem você escreve.
privacy-service-why = Sem isso não haveria mensageiro.
privacy-service-data = Tudo o que os módulos listados no registro guardam: sua conta e seu perfil, dispositivos e suas chaves, salas, mensagens, arquivos, confirmações de leitura e configurações.
privacy-service-kept = Até você apagar ou até sua conta ser encerrada. O que você escreveu nas salas continua lá para as outras pessoas, a menos que você apague.

privacy-security-name = Proteger contas e pessoas
privacy-security-what = São registrados os acessos à conta, as tentativas que falharam e o endereço de onde seus dispositivos se conectam. As denúncias de mensagens, salas e pessoas chegam a quem administra o servidor.
privacy-security-why = Para que ninguém tome sua conta e para que quem assedia outras pessoas possa ser impedido.
privacy-security-data = Horários de acesso, o último endereço de cada dispositivo, o número de senhas erradas, as denúncias com seus motivos.
privacy-security-kept = O endereço de um dispositivo, até que ele seja desconectado; as denúncias, enquanto o servidor funcionar. O registro de uma senha errada é guardado até que a lista de acontecimentos do servidor não tenha mais espaço para ele.

privacy-retention-name = Perceber quando alguém se afasta
privacy-retention-what = Conta-se quando você está aqui e o que faz: quantas mensagens envia e recebe e em que tipo de sala, quem responde a quem, convites, chamadas e dificuldades que você encontra. O que você escreve nunca é olhado.
privacy-retention-why = Para que quem cuida desta comunidade saiba cedo quem está prestes a sair e por quê, e possa corrigir o que afasta as pessoas.
privacy-retention-data = Tipos de ações, horários, quantidades, tamanhos aproximados e os identificadores de salas e pessoas. Nunca palavras, nomes, imagens ou arquivos.
privacy-retention-kept = O registro informa por quantos dias cada sinal é guardado. A partir do momento em que você diz não, nada mais é contado. Quando sua conta é encerrada, o que foi contado é apagado.

privacy-product-name = Melhorar o aplicativo
privacy-product-what = Conta-se quais partes do aplicativo você usa, onde ele falha e quanto tempo você espera por ele.
privacy-product-why = Para que o que atrapalha você seja encontrado e corrigido.
privacy-product-data = Nomes de funções de uma lista fixa, tipos de erros, tempos de espera, a versão do aplicativo. Nunca o que você digita.
privacy-product-kept = O registro informa por quantos dias cada sinal é guardado. A partir do momento em que você diz não, nada mais é contado. Quando sua conta é encerrada, o que foi contado é apagado.

privacy-personal-name = Fazer algo por você a tempo
privacy-personal-what = O que se aprendeu sobre você, por exemplo que talvez esteja prestes a sair, é usado para escrever a você, oferecer ajuda ou mostrar algo.
privacy-personal-why = Para ajudar você antes que seja tarde demais e não incomodar sem necessidade.
privacy-personal-data = O que se aprendeu sobre você com os motivos, o que foi feito por você e no que deu.
privacy-personal-kept = Até sua conta ser encerrada. A partir do momento em que você diz não, nada mais é feito com base nisso.

## What makes a use of personal data lawful.

privacy-basis-contract = É necessário para o que você nos pediu (contrato).
privacy-basis-interest = Temos um interesse legítimo sobre o qual o seu não prevalece.
privacy-basis-consent = Você decide e pode mudar de ideia a qualquer momento (consentimento).

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = Desativado até você aceitar.
privacy-default-notice = Ativado depois que você receber o aviso, até você dizer não. Você pode dizer não a qualquer momento.

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = O que você aceitou ou não e quando, qual versão do texto você viu e em que idioma, e a região que você informou. Apagado quando sua conta é encerrada.

## The choices in the web app.

privacy-choices-title = Seus dados
privacy-choices-intro = Você decide para que eles são usados além de fazer o mensageiro funcionar. O que você escreve nunca é lido.
privacy-choices-more = Por quê, com quais dados, por quanto tempo
privacy-told-retention = Este aplicativo informa, cada vez com uma palavra de uma lista fixa: que você o abriu, por quanto tempo o usou e quando algo não foi enviado, não pôde ser lido, demorou, não foi encontrado, deu errado ou foi recusado.
privacy-told-product = Este aplicativo informa, cada vez com uma palavra de uma lista fixa: quais partes dele você usa, como respostas, reações ou busca, e quais configurações você muda.
privacy-choices-copy = Baixar o que está guardado sobre mim
privacy-asked-title = Seus dados, sua escolha
privacy-asked = Esta comunidade pode aprender com a forma como é usada? Nada é contado até você dizer sim.
privacy-asked-notice = Esta comunidade aprende com a forma como é usada. Veja o que isso significa; você pode dizer não a qualquer momento.
privacy-asked-button = Ver do que se trata
