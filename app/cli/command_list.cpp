// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_list.h"

#include "app/cli/augment_command.h"
#include "app/cli/check_command.h"
#include "app/cli/convert_command.h"
#include "app/cli/evaluate_command.h"
#include "app/cli/export_command.h"
#include "app/cli/import_command.h"
#include "app/cli/import_log_command.h"
#include "app/cli/info_command.h"
#include "app/cli/model_export_command.h"
#include "app/cli/model_info_command.h"
#include "app/cli/model_probe_command.h"
#include "app/cli/new_command.h"
#include "app/cli/predict_command.h"
#include "app/cli/sample_command.h"
#include "app/cli/split_command.h"
#include "app/cli/train_command.h"
#include "app/cli/weights_command.h"

namespace boxwright::cli {

std::vector<std::unique_ptr<Command>> makeCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<NewCommand>());
    commands.push_back(std::make_unique<ImportCommand>());
    commands.push_back(std::make_unique<CheckCommand>());
    commands.push_back(std::make_unique<SplitCommand>());
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<ConvertCommand>());
    commands.push_back(std::make_unique<WeightsCommand>());
    commands.push_back(std::make_unique<TrainCommand>());
    commands.push_back(std::make_unique<AugmentCommand>());
    commands.push_back(std::make_unique<EvaluateCommand>());
    commands.push_back(std::make_unique<PredictCommand>());
    commands.push_back(std::make_unique<InfoCommand>());
    commands.push_back(std::make_unique<ModelInfoCommand>());
    commands.push_back(std::make_unique<ModelProbeCommand>());
    commands.push_back(std::make_unique<ModelExportCommand>());
    commands.push_back(std::make_unique<ImportLogCommand>());
    commands.push_back(std::make_unique<SampleCommand>());
    return commands;
}

} // namespace boxwright::cli
