### The devices that a member is signed in on.

devices-title = Seus dispositivos
devices-words = Onde sua conta está conectada.
devices-button = Mostrar
devices-this = Este dispositivo
devices-seen = Último uso: { $when }
devices-unverified = Não verificado. Se não for seu, desconecte-o.
devices-long = Sem uso há meses. Desconecte-o se não o tiver mais.
devices-name = Nome do dispositivo
devices-rename = Renomear
devices-verify = Verificar
devices-out = Desconectar
devices-out-others = Desconectar todos os outros
devices-out-words =
    { $count ->
        [one] Esse dispositivo é desconectado imediatamente. Digite sua senha para confirmar.
       *[other] Estes { $count } dispositivos são desconectados imediatamente. Digite sua senha para confirmar.
    }
devices-add = Entrar em outro dispositivo
devices-add-words = Digite sua senha, para que ninguém mais possa fazer isso.
devices-add-show = Mostrar o código
devices-add-scan =
    { $minutes ->
        [one] Escaneie com o outro dispositivo. Vale uma vez, por um minuto.
       *[other] Escaneie com o outro dispositivo. Vale uma vez, por { $minutes } minutos.
    }
devices-add-over = O tempo deste código acabou. Mostre outro.
devices-added = { $name } agora está conectado.
