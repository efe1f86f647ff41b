// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssd/model_folder.h"
#include "core/ssd/multibox_detection.h"
#include "core/ssd/multibox_loss.h"
