// The buttons before the schools set out, disturbed in every way.
import { describeFaults } from "./action-faults";

describeFaults(["check", "split", "notices"]);
