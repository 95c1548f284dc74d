package chat.parlor.gateway.keys;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/internal/keys`: the public keys, as a JSON Web Key Set. Public by nature.
@RestController
class KeysController {

    private final Keys keys;

    KeysController(Keys keys) {
        this.keys = keys;
    }

    @GetMapping("/internal/keys")
    Map<String, Object> keys() {
        return keys.published().toJSONObject(true);
    }
}
