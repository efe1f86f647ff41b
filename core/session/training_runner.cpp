// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/training_runner.h"

namespace boxwright {

class TrainingRunner::Run
{
};

TrainingRunner::TrainingRunner(QObject *parent) : QObject(parent) {}

TrainingRunner::~TrainingRunner() = default;

} // namespace boxwright
