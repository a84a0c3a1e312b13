### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = Criar a conta de administração
accounts-setup-intro = Boas-vindas! Seu servidor { -product } { $server } está funcionando e espera a primeira conta. Essa conta fará a administração: cuidará do servidor e das pessoas nele.
accounts-setup-localhost = Este servidor se chama “localhost”, um nome que serve só para testes: outras pessoas não conseguem acessá-lo por esse nome, e um servidor não pode mudar de nome depois.

accounts-setup-name-label = Nome de usuário
accounts-setup-name-hint = Use apenas letras minúsculas, números e . _ = - / +. As outras pessoas conhecerão você, por exemplo, como { $example }. Não é possível mudar isso depois.
accounts-setup-password-label = Senha
accounts-setup-password-hint =
    { $count ->
        [one] Pelo menos { $count } caractere.
       *[other] Pelo menos { $count } caracteres.
    } Algumas palavras aleatórias são fáceis de lembrar e difíceis de adivinhar.
accounts-setup-password-again-label = Repita a senha
accounts-setup-password-again-hint = A mesma mais uma vez, caso algum dedo tenha escorregado.
accounts-setup-button = Criar conta

accounts-setup-error-name-invalid = Insira um nome de usuário. Use apenas letras minúsculas, números e . _ = - / +.
accounts-setup-error-name-taken = Este nome de usuário já está em uso. Escolha outro.
accounts-setup-error-passwords-differ = As duas senhas não são iguais. Insira ambas de novo.
accounts-setup-error-password-too-short =
    { $count ->
        [one] A senha é muito curta. Use pelo menos { $count } caractere.
       *[other] A senha é muito curta. Use pelo menos { $count } caracteres.
    }

accounts-setup-done-title = Seu servidor está pronto
accounts-setup-done = { $user } agora tem a administração. Abra { $address } em um navegador e entre, ou escolha esse endereço como servidor em qualquer cliente Matrix.
accounts-setup-done-user-label = ID Matrix
accounts-setup-done-address-label = Servidor

accounts-setup-refused-title = Este link não funciona
accounts-setup-refused = Ele já foi usado ou não está completo. Enquanto o servidor não tiver uma conta de administração, ele mostra um novo link a cada reinício.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = Antes de entrar
# $server is the server's name, such as example.org.
accounts-terms-intro = Para ter uma conta em { $server }, você aceita:
accounts-terms-button = Aceito
accounts-terms-done-title = Obrigado
accounts-terms-done = Volte ao seu aplicativo, que continua sozinho. Você pode fechar esta janela.
accounts-terms-over-title = Esta página não vale mais
accounts-terms-over = Comece de novo no seu aplicativo.

## What is kept of members, for the register of privacy.

accounts-keeps-account = Seu ID Matrix, se é de administração, quando a conta foi criada, bloqueada ou encerrada e quais termos você aceitou.
accounts-keeps-password = Um hash da sua senha, nunca a senha.
accounts-keeps-profile = Seu perfil: nome de exibição, foto e o que mais você colocar nele.
accounts-keeps-devices = Seus dispositivos: os nomes, quando entraram e quando e de que endereço se conectaram pela última vez.
accounts-keeps-data = Configurações e filtros que seus aplicativos guardam aqui.

## Signing in and up in the web app.

accounts-in-title = Que bom ver você de novo
accounts-in-intro = Entre em { $server }
accounts-in-button = Entrar
accounts-in-other = Primeira vez aqui?
accounts-in-other-link = Criar uma conta
accounts-code-title = Com outro dispositivo
accounts-code-words = Em um dispositivo em que você já entrou, abra as configurações, depois seus dispositivos, e peça que mostre um código para este.
accounts-code-scan = Escanear o código
accounts-code-enter = Entrar como { $who }
accounts-code-over = Este código não vale mais. Peça um novo no seu outro dispositivo.
accounts-code-camera-none = Não há câmera que possa ser usada. Entre com sua senha.
accounts-up-title = Crie sua conta
accounts-up-intro = Você será membro de { $server }
accounts-up-button = Criar conta
accounts-up-terms = Ao criar uma conta, você aceita:
accounts-up-other = Já é membro?
accounts-up-other-link = Entrar

accounts-name-label = Nome de usuário
accounts-name-hint = As outras pessoas encontram você por ele: { $example }
accounts-password-label = Senha
accounts-password-hint =
    { $count ->
        [one] Pelo menos { $count } caractere. Algumas palavras aleatórias são fáceis de lembrar.
       *[other] Pelo menos { $count } caracteres. Algumas palavras aleatórias são fáceis de lembrar.
    }
accounts-token-label = Código de convite
accounts-token-hint = Da pessoa ou da página que convidou você.

accounts-error-name-invalid = Use apenas letras minúsculas, números e . _ = - / +.
accounts-error-name-taken = Este nome já está em uso. Escolha outro.
accounts-error-password-short =
    { $count ->
        [one] Use pelo menos { $count } caractere.
       *[other] Use pelo menos { $count } caracteres.
    }
accounts-error-token-missing = Insira o código do seu convite.
accounts-error-token-wrong = Este código não é válido ou deixou de ser. Peça um novo.
accounts-error-wrong = O nome ou a senha está incorreto. Confira os dois e tente novamente.
accounts-error-password = Esta não é sua senha.
accounts-error-closed = Aqui ninguém pode se cadastrar por conta própria. Peça uma conta a quem administra este servidor.
accounts-error-ended = Esta conta foi encerrada.
accounts-error-locked = Esta conta está bloqueada. Fale com quem administra este servidor.
accounts-insecure = Este aplicativo precisa de uma conexão segura. Abra-o em um endereço que comece com https:// ou em localhost.

accounts-device-name = Hearth no { $browser } em { $system }
accounts-device-unknown = Hearth em um navegador

accounts-out = Sair
accounts-out-title = Sair da conta?
accounts-out-keys = Depois de sair, suas mensagens criptografadas só poderão ser lidas em outro dispositivo que já as tenha. Com uma chave de recuperação, você pode recebê-las de volta.
accounts-out-unsent =
    { $count ->
        [one] { $count } mensagem ou arquivo ainda não foi enviado e seria perdido.
       *[other] { $count } mensagens ou arquivos ainda não foram enviados e seriam perdidos.
    }

accounts-again-title = Sua sessão expirou
accounts-again-intro = Insira a senha de { $user } para continuar. Suas mensagens ainda estão neste dispositivo.

accounts-settings = Configurações
accounts-display-label = Seu nome
accounts-display-hint = O que as outras pessoas veem. Seu endereço continua { $user }.
accounts-display-button = Salvar
accounts-picture-label = Sua imagem
accounts-picture-hint = O que as outras pessoas veem ao lado do seu nome. O lugar onde uma foto foi tirada não é enviado.

accounts-change = Alterar
accounts-change-title = Alterar sua senha
accounts-change-hint = A alteração encerra a sessão nos seus outros dispositivos.
accounts-change-words = A sessão nos seus outros dispositivos é encerrada. Sua chave de recuperação continua a mesma.
accounts-change-new = Nova senha
accounts-change-now = Senha atual
accounts-change-button = Alterar senha
accounts-change-done = Sua senha foi alterada. A sessão nos seus outros dispositivos foi encerrada.

accounts-end = Encerrar
accounts-end-title = Encerrar sua conta
accounts-end-hint = Para sempre. Ninguém pode trazê-la de volta.
accounts-end-words = Sua conta termina imediatamente e para sempre:
accounts-end-rooms = Você sai de todas as salas.
accounts-end-said = O que você disse fica com as pessoas para quem disse, só com o seu endereço.
accounts-end-name = Ninguém terá seu nome de novo, nem mesmo você.
accounts-end-button = Encerrar minha conta
accounts-ended = Sua conta foi encerrada.
accounts-elsewhere = Sua sessão foi encerrada em outro dispositivo ou sua senha foi alterada por lá. Entre de novo para continuar.
